"""A photograph and the words beside it."""

from scheme.forms import Form, PhotographField, TextField

CAPTION = "What is in the photograph?"
CAPTION_WHY = "It is read out to people who cannot see it, such as “Our kitchen, with the dog asleep by the stove”."
CAPTION_NEEDED = "Please say in a few words what is in the photograph."


class NewPhotographForm(Form):
    """A new photograph."""

    file = PhotographField(
        "Choose a photograph",
        needed="Please choose a photograph first.",
        why="People see photographs of your home and of you before anything else. Where and when it was taken is removed.",
    )
    caption = TextField(CAPTION, longest=200, needed=CAPTION_NEEDED, why=CAPTION_WHY)


class CaptionForm(Form):
    """Better words for a photograph."""

    caption = TextField(CAPTION, longest=200, needed=CAPTION_NEEDED, why=CAPTION_WHY)

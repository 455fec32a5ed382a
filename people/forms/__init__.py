"""What people are asked, and why. Nothing but a known-as name has to be answered.

Each form is read by workers at the desk and by people in their own pages; ``easy`` holds the person's own wording.
"""

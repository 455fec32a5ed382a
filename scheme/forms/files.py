"""Answers that are files. What is in them is checked by whoever keeps them."""

from typing import Any

from werkzeug.datastructures import FileStorage

from scheme.forms.base import Asked


class _FileField(Asked):
    """A file → ``werkzeug.datastructures.FileStorage`` or ``None`` when none was chosen."""

    component = "file-upload"
    macro = "govukFileUpload"
    endings: tuple[str, ...] = ()
    wrong_kind = "Please choose another kind of file."

    def process_data(self, value: Any) -> None:
        self.data = None

    def process_formdata(self, valuelist: list[Any]) -> None:
        self.data = None
        file = valuelist[0] if valuelist else None
        if not isinstance(file, FileStorage) or not file.filename:
            return
        if "\0" in file.filename or not file.filename.lower().endswith(self.endings):
            raise ValueError(self.gettext(self.wrong_kind))
        self.data = file

    def params(self) -> dict[str, Any]:
        return super().params() | {
            "label": self.bold_label,
            "javascript": False,
            "attributes": {"accept": ",".join(self.endings)},
        }


class PhotographField(_FileField):
    """A photograph. Type and size are checked again, and hidden data removed, where it is stored."""

    endings = (".jpg", ".jpeg", ".png", ".webp")
    wrong_kind = "Please choose a photograph: a JPEG, PNG or WebP picture."


class SpreadsheetField(_FileField):
    """A scheme's own spreadsheet."""

    endings = (".xlsx", ".csv")
    wrong_kind = "Please choose a spreadsheet: an Excel file that ends in .xlsx, or a .csv file."


class PaperField(_FileField):
    """A photograph or a PDF of a signed page. What is in it is looked at again where it is kept."""

    endings = (".jpg", ".jpeg", ".png", ".webp", ".pdf")
    wrong_kind = "Please choose a photograph (JPEG, PNG or WebP) or a PDF of the signed page."

"""The status letter: made for one travel document, signed, short-lived; its code is all a border officer needs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO

import qrcode
import qrcode.image.svg

from article3.commission.letters.letter import Letter
from article3.commission.letters.texts import LetterKind
from article3.intake.status_letter import Statement, StatusLetter, code_of, mark_of


def issue(document_number: str, *, language: str, on: date, valid_days: int, salt: bytes,
          sign: Callable[[bytes], bytes]) -> Letter:
    """The letter with its code and the code's picture. It names nobody: holder and document are matched by the mark."""
    said = StatusLetter(statement=Statement.DELETED_BY_ORDER, issued_on=on, valid_days=valid_days, salt=salt,
                        mark=mark_of(document_number, salt))
    code = code_of(said, sign)
    return Letter(id="status", kind=LetterKind.STATUS, language=language, reference=salt.hex(), on=on, quoted=code,
                  values={"issued": on, "until": said.valid_until}, picture=_picture(code))


def _picture(code: str) -> bytes:
    """The code as a QR picture; letters and digits only, so that it stays coarse enough for an old telephone."""
    drawn, out = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=4), BytesIO()
    drawn.add_data("".join(code.split()))
    drawn.make_image(image_factory=qrcode.image.svg.SvgPathImage).save(out)
    return out.getvalue()

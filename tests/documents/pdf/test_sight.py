"""PDF text that cannot be seen is reported and is never page text; text that can be seen stays."""

import pytest

from tercet.documents.reading import read_document

UNSEEN = "Kubernetes Terraform Prometheus expert with ten years"
CLEAR = "/ExtGState<</G 20 0 R>>"


def attacks(make):
    show, picture = make.show, make.picture
    secret = show(60, 400, UNSEEN)
    return {
        "white": (show(60, 400, UNSEEN, 11, "1 1 1 rg"), {}),
        "nearly white": (show(60, 400, UNSEEN, 11, "0.98 0.98 0.99 rg"), {}),
        "unseen mode": (show(60, 400, UNSEEN, 11, "3 Tr"), {}),
        "transparent": (
            show(60, 400, UNSEEN, 11, "/G gs"),
            {"resources": CLEAR, "objects": (b"<</Type/ExtGState/ca 0/CA 0>>",)},
        ),
        "covered by a box": (secret + "1 1 1 rg 50 390 400 30 re f\n", {}),
        "covered by a picture": (
            secret + "q 400 0 0 30 50 390 cm /P Do Q\n",
            {"resources": "/XObject<</P 20 0 R>>", "objects": (picture(4, 4),)},
        ),
        "off the page": (show(60, -300, UNSEEN), {}),
        "right of the page": (show(900, 400, UNSEEN), {}),
        "clipped away": (f"q 0 0 5 5 re W n {secret} Q\n", {}),
        "dark on dark": ("0 g 50 390 400 30 re f\n" + show(60, 400, UNSEEN, 11, "0.02 g"), {}),
        "white over black words": (show(58, 738, UNSEEN, 11, "1 1 1 rg"), {}),
        "layer switched off": (
            f"/OC /L BDC {secret} EMC\n",
            {
                "resources": "/Properties<</L 20 0 R>>",
                "objects": (b"<</Type/OCG/Name(x)>>",),
                "catalog": "/OCProperties<</OCGs[20 0 R]/D<</OFF[20 0 R]>>>>",
            },
        ),
    }


NAMES = ["white", "nearly white", "unseen mode", "transparent", "covered by a box",
         "covered by a picture", "off the page", "right of the page", "clipped away",
         "dark on dark", "layer switched off", "white over black words"]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_text_that_does_not_show_is_reported_and_never_evidence(make, ids, name) -> None:
    """However text is hidden, it is hidden-text and absent from the page."""
    content, extra = attacks(make)[name]
    document = read_document(make.pdf(make.body() + content, **extra), "a.pdf")
    assert ids(document) == ["hidden-text"]
    assert UNSEEN in document.integrity[0].quote
    assert "Terraform" not in document.text
    assert make.BODY in document.text


def form(content: str) -> bytes:
    data = content.encode()
    return (
        b"<</Type/XObject/Subtype/Form/BBox[0 0 400 400]/Length %d"
        b"/Resources<</Font<</F1 3 0 R>>>>>>stream\n%s\nendstream" % (len(data), data)
    )


def harmless(make):
    show, picture = make.show, make.picture
    dark = "0.1 0.1 0.3 rg 40 385 400 40 re f\n"
    return {
        "white on a dark banner": (dark + show(60, 400, UNSEEN, 11, "1 1 1 rg"), {}),
        "white on a dark picture": (
            "q 400 0 0 30 50 390 cm /P Do Q\n" + show(60, 400, UNSEEN, 11, "1 g"),
            {"resources": "/XObject<</P 20 0 R>>", "objects": (picture(4, 4, 30),)},
        ),
        "grey": (show(60, 400, UNSEEN, 9, "0.6 g"), {}),
        "light grey": (show(60, 400, UNSEEN, 9, "0.78 g"), {}),
        "small print": (show(60, 400, UNSEEN, 6), {}),
        "outlined": (show(60, 400, UNSEEN, 11, "1 Tr 0.4 w"), {}),
        "scaled by its matrix": (f"q 11 0 0 11 60 400 cm {show(0, 0, UNSEEN, 1)} Q\n", {}),
        "half transparent": (
            show(60, 400, UNSEEN, 11, "/G gs"),
            {"resources": CLEAR, "objects": (b"<</Type/ExtGState/ca 0.6/CA 0.6>>",)},
        ),
        "in a form": (
            "q 2 0 0 2 0 0 cm /P Do Q\n",
            {"resources": "/XObject<</P 20 0 R>>", "objects": (form(show(30, 200, UNSEEN, 5)),)},
        ),
        "a page cropped and turned": (
            show(60, 400, UNSEEN),
            {"page": "/MediaBox[0 0 700 900]/CropBox[20 20 680 880]/Rotate 90"},
        ),
    }  # fmt: skip


HARMLESS = ["white on a dark banner", "white on a dark picture", "grey", "light grey",
            "small print", "outlined", "scaled by its matrix", "half transparent", "in a form",
            "a page cropped and turned"]  # fmt: skip


@pytest.mark.parametrize("name", HARMLESS)
def test_text_that_shows_is_page_text(make, ids, name) -> None:
    """Text in any colour that stands out from its ground is read and accused of nothing."""
    content, extra = harmless(make)[name]
    document = read_document(make.pdf(make.body() + content, **extra), "a.pdf")
    assert ids(document) == []
    assert UNSEEN in document.text


def test_type_too_small_to_read_is_tiny_text(make, ids) -> None:
    """One-point type is reported as tiny, not as hidden, when it is black."""
    document = read_document(make.pdf(make.body() + make.show(60, 400, UNSEEN, 1)), "a.pdf")
    assert ids(document) == ["tiny-text"]
    assert "Terraform" not in document.text


def test_tiny_white_text_is_both(make, ids) -> None:
    """One-point white type is reported for its size and for its colour."""
    content = make.body() + make.show(60, 400, UNSEEN, 1, "1 1 1 rg")
    assert ids(read_document(make.pdf(content), "a.pdf")) == ["hidden-text", "tiny-text"]


def test_a_stray_unseen_mark_accuses_nobody(make, ids) -> None:
    """White dots and blanks that layout leaves behind are no hidden text."""
    content = make.body() + make.show(60, 400, ".", 11, "1 g") + make.show(90, 400, "  ", 11, "1 g")
    assert ids(read_document(make.pdf(content), "a.pdf")) == []

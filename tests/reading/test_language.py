import pytest

from communique.reading.language import find_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The foreign ministers of the three countries met in Oslo on Monday to discuss the treaty.", "en"),
        ("Der Außenminister sagte am Montag, dass die Verhandlungen in Brüssel weitergehen.", "de"),
        ("Le ministre des affaires étrangères a dit lundi que les négociations continuent.", "fr"),
        ("قال وزير الخارجية يوم الاثنين إن المحادثات ستستمر في العاصمة خلال الأسبوع المقبل", "ar"),
        ("שר החוץ אמר ביום שני כי השיחות יימשכו בבירה במהלך השבוע הבא בהשתתפות שתי המדינות", "he"),
        ("Talks ended.", None),
        ("12345 67890 !!! " * 20, None),
        ("", None),
    ],
)
def test_language_is_told_where_there_is_text_enough(text: str, language: str | None) -> None:
    assert find_language(text) == language


def test_english_with_many_foreign_names_is_english() -> None:
    assert find_language("Niger's junior minister Dubem Oniya met the Nigerien envoy Brah Mohamane in Niamey.") == "en"

"""The language of the window, switched while it is open."""

from typing import Literal, get_args

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from resources.files import resource

Language = Literal["en", "ru", "de"]
LANGUAGES: dict[Language, str] = {"en": "English", "ru": "Русский", "de": "Deutsch"}

# English as it is written in Europe: 18.09 €, 21/11/2026.
_LOCALES: dict[Language, QLocale] = {
    "en": QLocale(QLocale.Language.English, QLocale.Country.Europe),
    "ru": QLocale(QLocale.Language.Russian, QLocale.Country.Russia),
    "de": QLocale(QLocale.Language.German, QLocale.Country.Germany),
}
_NAME = "language"


def install_language(app: QCoreApplication, language: Language) -> None:
    """Load our texts and Qt's own, and set the marks of numbers; every widget gets QEvent.LanguageChange.

    Raises ValueError for a language that is not shipped."""
    if language not in get_args(Language):
        raise ValueError(f"the languages are {', '.join(LANGUAGES)}, not {language}")
    QLocale.setDefault(_LOCALES[language])
    for old in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(old)
        old.deleteLater()
        old.setParent(None)
    for file in language_files(language):
        translator = QTranslator(app)
        translator.setObjectName(_NAME)
        if not translator.load(file):
            raise RuntimeError(f"the translation {file} does not load")
        app.installTranslator(translator)


def next_language(after: Language | None = None) -> Language:
    """Give the language after this one, else after the spoken one, in the order of `LANGUAGES` and round again."""
    order = list(LANGUAGES)
    return order[(order.index(after or spoken_language()) + 1) % len(order)]


def spoken_language() -> Language:
    """Give the language that is spoken; the first before one was chosen."""
    spoken = (name for name, locale in _LOCALES.items() if locale.language() == QLocale().language())
    return next(spoken, next(iter(LANGUAGES)))


def language_files(language: Language) -> list[str]:
    """Give the files with a language's texts: Qt's own, where it has any, and ours."""
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    own = str(resource("translations", f"{language}.qm"))
    return [own] if language == "en" else [f"{qt}/qtbase_{language}.qm", own]

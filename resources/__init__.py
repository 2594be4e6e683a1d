"""Files shipped beside the code: font, icons, sounds, translations."""

"""One file per language: the phrases that frame the text of a mail (see `coach.mail_words`)."""

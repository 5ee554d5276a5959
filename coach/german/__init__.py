"""German rewritten: verbs in other persons, clauses, and whole mails from Sie to du and back."""

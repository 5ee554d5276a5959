"""Mail, notes and contacts from files: read as a stream, each mistake told where it stands, nothing stored twice."""

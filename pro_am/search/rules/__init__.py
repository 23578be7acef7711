"""Pure: what is indexed, what may be asked, and which offers are an answer."""

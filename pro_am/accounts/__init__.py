"""Who is here: members, how they sign up, sign in and out, and their roles."""

"""Members' pictures: taken in with suspicion, kept clean, served for ever or gone."""

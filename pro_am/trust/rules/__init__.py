"""Pure: the arithmetic of trust on arrays. No Flask, no SQL, no clock."""

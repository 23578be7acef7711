"""Weekly recaps while schedulers are killed and clocks step: each friend hears of a week once."""

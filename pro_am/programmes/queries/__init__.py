"""Reading programmes, from the person who asks: nobody sees what is not theirs."""

"""The demo community: who lives there, what they offer, what they did and said of each other.

Its content is plain values (`people`, `pro_ams`, `reviews`, `booking_requests`, `illustrations`);
`timeline` tells two years from them, and `seeding` writes those down. All people are invented, all
addresses are at example.org, and every text speaks like the person it is from: in their own
language, about an offer that exists.
"""

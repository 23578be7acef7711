"""What strangers may send: broken and swelling pictures, strings that break things elsewhere.

A served installation gets them one after the other from a member's browser, while another browser
looks at pages; its memory, its answers and its pages are watched.
"""

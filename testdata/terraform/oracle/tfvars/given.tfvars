by_file     = "file"
by_argument = "file"
typed       = ["3", 4]

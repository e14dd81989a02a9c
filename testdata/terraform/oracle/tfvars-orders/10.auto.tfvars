text = "ten"
any  = ["ten"]

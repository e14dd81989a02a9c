map      = { tfvars = 1, other = true }
list     = ["1", 2]
object   = { name = "tfvars", count = null, tags = { c = 1 } }
text     = "tfvars"
number   = "12.50"
null     = null
not_null = null

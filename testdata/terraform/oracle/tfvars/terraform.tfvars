by_tfvars     = "terraform.tfvars"
by_json       = "terraform.tfvars"
by_auto       = "terraform.tfvars"
by_later_auto = "terraform.tfvars"
by_auto_json  = "terraform.tfvars"
by_file       = "terraform.tfvars"
by_argument   = "terraform.tfvars"
untyped       = { list = [1, "two"], "quoted key" = null }

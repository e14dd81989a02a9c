# Who calls a published module cannot write the lifecycle of what it makes.
module "content" { # unknown AL513
  source  = "terraform-aws-modules/efs/aws"
  version = "2.0.0"

  name = "content"
}

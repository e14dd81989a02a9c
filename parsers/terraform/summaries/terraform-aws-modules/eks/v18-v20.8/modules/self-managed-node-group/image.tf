locals {
  image = coalesce(var.ami_id, data.aws_ami.eks_default[0].image_id)
}

data "aws_ami" "eks_default" {
  count = var.create && var.create_launch_template ? 1 : 0
}

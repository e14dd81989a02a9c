module "spot" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "5.8.0"

  instance_initiated_shutdown_behavior = "terminate"

  name                                = "spot"
  ami                                 = "ami-0123456789abcdef0"
  create_spot_instance                = true
  spot_price                          = "0.60"
  spot_type                           = "persistent"
  spot_instance_interruption_behavior = "stop"
  associate_public_ip_address         = true
  availability_zone                   = "eu-west-1c"
  user_data_base64                    = base64encode("echo hello")
  user_data_replace_on_change         = true
}

resource "aws_volume_attachment" "data" {
  device_name = "/dev/sdh"
  volume_id   = aws_ebs_volume.data.id
  instance_id = module.spot.spot_instance_id
}

resource "aws_ebs_volume" "data" {
  availability_zone = module.spot.availability_zone
  size              = 1
}

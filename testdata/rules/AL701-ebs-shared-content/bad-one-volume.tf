resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_instance" "web" { # unknown AL701
  count         = 2
  ami           = "ami-1"
  instance_type = "t3.micro"
}

resource "aws_lb_target_group_attachment" "web" {
  count            = 2
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.web[count.index].id
}

resource "aws_ebs_volume" "uploads" {
  availability_zone = "eu-west-1a"
  size              = 100
}

resource "aws_volume_attachment" "first" {
  device_name = "/dev/sdf"
  volume_id   = aws_ebs_volume.uploads.id
  instance_id = aws_instance.web[0].id
}

resource "aws_volume_attachment" "second" { # want AL701 "attaches aws_ebs_volume.uploads, which another instance of the web tier uses, too"
  device_name = "/dev/sdf"
  volume_id   = aws_ebs_volume.uploads.id
  instance_id = aws_instance.web[1].id
}

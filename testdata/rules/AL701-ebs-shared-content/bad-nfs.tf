resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "web" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
  health_check_type  = "ELB"
  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_instance" "files" {
  ami           = "ami-1"
  instance_type = "t3.micro"
}

resource "aws_launch_template" "web" {
  image_id  = "ami-1"
  user_data = base64encode("#!/bin/bash\nmount -t nfs ${aws_instance.files.private_ip}:/export /var/www/media\n") # want AL701 "aws_autoscaling_group.web mounts /var/www/media over NFS from aws_instance.files"
}

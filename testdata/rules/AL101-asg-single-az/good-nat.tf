# A NAT instance serves the subnets of its own zone; each zone has one.
variable "subnet" {
  type = string
}

resource "aws_launch_configuration" "nat" {
  image_id      = "ami-1"
  instance_type = "t3.nano"
  user_data     = <<-EOT
    #!/bin/bash
    iptables -t nat -A POSTROUTING -o eth0 -j MASQUERADE
    aws ec2 modify-instance-attribute --no-source-dest-check --instance-id "$ID"
  EOT
}

resource "aws_autoscaling_group" "nat" {
  min_size             = 1
  max_size             = 1
  vpc_zone_identifier  = [var.subnet]
  launch_configuration = aws_launch_configuration.nat.name
}

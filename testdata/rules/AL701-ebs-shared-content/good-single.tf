# A lone web server shares with nobody.
resource "aws_instance" "blog" {
  ami           = "ami-1"
  instance_type = "t3.micro"
  user_data     = <<-EOT
    #!/bin/bash
    mount /dev/sdf /var/www/html
  EOT
}

resource "aws_ebs_volume" "blog" {
  availability_zone = "eu-west-1a"
  size              = 100
}

resource "aws_volume_attachment" "blog" {
  device_name = "/dev/sdf"
  volume_id   = aws_ebs_volume.blog.id
  instance_id = aws_instance.blog.id
}

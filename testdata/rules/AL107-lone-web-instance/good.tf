resource "aws_security_group" "web" {
  vpc_id = "vpc-1"

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "admin" {
  vpc_id = "vpc-1"

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  ingress {
    from_port   = 5985
    to_port     = 5986
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  ingress {
    from_port   = -1
    to_port     = -1
    protocol    = "icmp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "vpn" {
  vpc_id = "vpc-1"

  ingress {
    from_port   = 1194
    to_port     = 1194
    protocol    = "udp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "all" {
  vpc_id = "vpc-1"

  ingress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_subnet" "private" {
  vpc_id = "vpc-1"
}

# A way in for people only.
resource "aws_instance" "admin" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.admin.id]
}

resource "aws_eip" "admin" {
  instance = aws_instance.admin.id
}

# A VPN host, with the page of its administration.
resource "aws_instance" "tunnel" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.vpn.id]
}

# NAT.
resource "aws_instance" "egress" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.all.id]
  source_dest_check      = false
}

# Called after what it is.
resource "aws_instance" "jump_host" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.all.id]

  tags = {
    Name = "prod-bastion"
  }
}

# A rule for every port says nothing of what listens where no address is public.
resource "aws_instance" "internal" {
  ami                    = "ami-1"
  subnet_id              = aws_subnet.private.id
  vpc_security_group_ids = [aws_security_group.all.id]
}

# Builds run once, build servers alone.
resource "aws_instance" "image" {
  ami                                  = "ami-1"
  vpc_security_group_ids               = [aws_security_group.web.id]
  instance_initiated_shutdown_behavior = "terminate"
}

resource "aws_instance" "builds" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
  user_data              = <<-EOT
    #!/bin/bash
    yum install -y java-17 jenkins
    systemctl start jenkins
  EOT
}

# A node of a cluster.
resource "aws_instance" "control" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
  user_data              = <<-EOT
    #!/bin/bash
    kubeadm init
  EOT
}

# Two targets are not alone; that they are attached by hand is another fault.
resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_instance" "two" {
  count                  = 2
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_lb_target_group_attachment" "two" {
  count            = 2
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.two[count.index].id
}

# Nobody calls a worker.
resource "aws_security_group" "worker" {
  vpc_id = "vpc-1"
}

resource "aws_instance" "worker" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.worker.id]
}

# What listens to its siblings alone is no tier of another's.
resource "aws_security_group" "peers" {
  vpc_id = "vpc-1"

  ingress {
    from_port = 8080
    to_port   = 8080
    protocol  = "tcp"
    self      = true
  }
}

resource "aws_instance" "peer" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.peers.id]
}

# What an image is made of is no server.
resource "aws_instance" "model" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_ami_from_instance" "web" {
  name               = "web"
  source_instance_id = aws_instance.model.id
}

# An appliance of the network.
resource "aws_instance" "FortiGate" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]

  tags = {
    Name = "edge-fortigate"
  }
}

resource "aws_instance" "storage-gw-server" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
}

# A node of a cluster whose clients know all nodes.
resource "aws_instance" "cassandra" {
  count                  = 3
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
}

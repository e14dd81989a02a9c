# Little to do.
resource "aws_launch_template" "light" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    yum install -y httpd
    systemctl start httpd
  EOT
  )
}

resource "aws_autoscaling_group" "light" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.light.id
    version = aws_launch_template.light.latest_version
  }
}

# Agents weigh nothing.
resource "aws_launch_template" "agents" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    yum install -y amazon-cloudwatch-agent amazon-ssm-agent amazon-efs-utils aws-cfn-bootstrap ecs-init codedeploy-agent
    rpm -U https://s3.amazonaws.com/amazoncloudwatch-agent/amazon_linux/amd64/latest/amazon-cloudwatch-agent.rpm
  EOT
  )
}

resource "aws_autoscaling_group" "agents" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.agents.id
    version = aws_launch_template.agents.latest_version
  }
}

# Words about installing.
resource "aws_launch_template" "words" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    # yum install -y a b c d e f
    echo "yum install -y a b c d e f"
    cat > /root/README <<EOF
    yum update -y
    yum install -y a b c d e f
    EOF
    unused() {
      yum install -y a b c d e f
    }
    apt-get update
  EOT
  )
}

resource "aws_autoscaling_group" "words" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.words.id
    version = aws_launch_template.words.latest_version
  }
}

# The same package is one.
resource "aws_launch_template" "once" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    for try in 1 2 3 4 5 6; do
      yum install -y httpd
    done
  EOT
  )
}

resource "aws_autoscaling_group" "once" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.once.id
    version = aws_launch_template.once.latest_version
  }
}

# It never grows.
resource "aws_launch_template" "fixed" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    yum update -y
    yum install -y httpd php php-mysqlnd
  EOT
  )
}

resource "aws_autoscaling_group" "fixed" {
  min_size           = 2
  max_size           = 2
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.fixed.id
    version = aws_launch_template.fixed.latest_version
  }
}

# Another system.
resource "aws_launch_template" "windows" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data = base64encode(<<-EOT
    <powershell>
    Install-WindowsFeature Web-Server
    choco install -y a b c d e f
    </powershell>
  EOT
  )
}

resource "aws_autoscaling_group" "windows" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.windows.id
    version = aws_launch_template.windows.latest_version
  }
}

# An update, three packages.
resource "aws_launch_template" "lamp" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  # want AL111 "new instances of aws_autoscaling_group.lamp serve late: at boot each installs httpd, php and php-mysqlnd and updates the system \(weight 5, and 5 is slow\)"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    yum update -y
    yum install -y httpd php php-mysqlnd
    systemctl enable --now httpd
  EOT
  )
}

resource "aws_autoscaling_group" "lamp" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.lamp.id
    version = aws_launch_template.lamp.latest_version
  }
}

# Docker, an image and a release.
resource "aws_launch_template" "containers" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  # want AL111 "installs docker.io, pulls example/web:1 and downloads https://example.com/site.tar.gz"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    set -e
    apt-get update
    apt-get install -y docker.io
    docker pull example/web:1
    curl -sL https://example.com/site.tar.gz | tar xz -C /srv
    docker run -d -p 80:80 example/web:1
  EOT
  )
}

resource "aws_autoscaling_group" "containers" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.containers.id
    version = aws_launch_template.containers.latest_version
  }
}

# The same as cloud-config.
resource "aws_launch_template" "cloud_config" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  # want AL111 "installs nginx and php-fpm, updates the system and downloads https://example.com/site.git"
  user_data = base64encode(<<-EOT
    #cloud-config
    package_upgrade: true
    packages:
      - nginx
      - [php-fpm, 8.1]
    runcmd:
      - systemctl start nginx
      - [git, clone, "https://example.com/site.git", /srv/site]
  EOT
  )
}

resource "aws_autoscaling_group" "cloud_config" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.cloud_config.id
    version = aws_launch_template.cloud_config.latest_version
  }
}

# A script within a script, a function, a loop.
resource "aws_launch_template" "functions" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  # want AL111 "installs httpd, php, gcc and git and builds by make"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    install() {
      yum install -y "$1"
    }
    for p in httpd php; do
      install $p
    done
    cat > /root/build.sh <<'EOF'
    PACKAGES="gcc git"
    yum install -y $PACKAGES
    make && make install
    EOF
    bash /root/build.sh
  EOT
  )
}

resource "aws_autoscaling_group" "functions" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.functions.id
    version = aws_launch_template.functions.latest_version
  }
}

# Parts of a MIME archive.
resource "aws_launch_template" "archive" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  # want AL111 "installs nginx, installs a runtime of 20 and builds by npm ci"
  user_data = base64encode(<<-EOT
    Content-Type: multipart/mixed; boundary="==B=="
    MIME-Version: 1.0

    --==B==
    Content-Type: text/cloud-config; charset="us-ascii"

    #cloud-config
    packages: [nginx]

    --==B==
    Content-Type: text/x-shellscript; charset="us-ascii"

    #!/bin/bash
    curl -o- https://raw.githubusercontent.com/nvm-sh/nvm/v0.39.7/install.sh | bash
    nvm install 20
    npm ci
    --==B==--
  EOT
  )
}

resource "aws_autoscaling_group" "archive" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.archive.id
    version = aws_launch_template.archive.latest_version
  }
}

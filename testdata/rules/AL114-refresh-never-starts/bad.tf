resource "aws_launch_template" "web" {
  image_id      = "ami-1"
  instance_type = "t3.small"
}

resource "aws_autoscaling_group" "latest" {
  min_size = 2
  max_size = 4

  launch_template {
    id      = aws_launch_template.web.id
    version = "$Latest" # want AL114 "aws_autoscaling_group.latest never replaces its instances although it is told to: the version of its launch template is \$Latest, which"
  }

  instance_refresh {
    strategy = "Rolling"
  }
}

resource "aws_autoscaling_group" "mixed" {
  min_size = 2
  max_size = 4

  mixed_instances_policy {
    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.web.id
        version            = "$Default" # want AL114 "is \$Default, which"
      }
    }
  }

  instance_refresh {
    strategy = "Rolling"
  }
}

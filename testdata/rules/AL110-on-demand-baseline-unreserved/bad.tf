provider "aws" {
  region = "eu-west-1"
}

resource "aws_launch_template" "web" {
  image_id      = "ami-1"
  instance_type = "m7g.large"
}

resource "aws_autoscaling_group" "web" {
  min_size           = 2 # want AL110 "web always runs 2 m7g.large instances on demand in eu-west-1a and eu-west-1b: a baseline that is worth reserving$"
  max_size           = 8
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id = aws_launch_template.web.id
  }
}

# Two of six by the base, and a quarter of the other four.
resource "aws_autoscaling_group" "mixed" {
  min_size           = 6 # want AL110 "mixed always runs 3 instances on demand in eu-west-1a and eu-west-1b: a baseline"
  max_size           = 8
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  mixed_instances_policy {
    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.web.id
      }
    }

    instances_distribution {
      on_demand_base_capacity                  = 2
      on_demand_percentage_above_base_capacity = 25
    }
  }
}

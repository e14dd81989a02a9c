# Before v9 a policy could not be handed over as a disabled one.
resource "aws_autoscaling_policy" "this" {
  enabled = null
}

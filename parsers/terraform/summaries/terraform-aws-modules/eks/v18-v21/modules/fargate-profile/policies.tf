locals {
  needed_policies = ["AmazonEKSFargatePodExecutionRolePolicy"]
}

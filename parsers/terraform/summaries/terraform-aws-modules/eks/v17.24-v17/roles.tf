resource "aws_iam_policy" "cluster_deny_log_group" {
  count = var.manage_cluster_iam_resources && var.create_eks ? 1 : 0

  name_prefix = "${var.cluster_name}-deny-log-group"
  path        = var.iam_path
}

resource "aws_iam_role_policy_attachment" "cluster_deny_log_group" {
  count = var.manage_cluster_iam_resources && var.create_eks ? 1 : 0

  role       = local.cluster_iam_role_name
  policy_arn = aws_iam_policy.cluster_deny_log_group[0].arn
  roles      = null
}

resource "aws_iam_role_policy_attachment" "additional" {
  for_each = { for key, arn in var.iam_role_additional_policies : key => arn if local.create_role }

  role       = aws_iam_role.this[0].name
  policy_arn = each.value
  roles      = null
}

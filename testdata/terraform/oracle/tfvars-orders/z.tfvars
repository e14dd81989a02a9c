map = {
  "quoted key" = <<-EOT
    a
      b
  EOT
}

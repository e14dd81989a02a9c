variable "healthcheck_url" {
  default = "/healthcheck"
}

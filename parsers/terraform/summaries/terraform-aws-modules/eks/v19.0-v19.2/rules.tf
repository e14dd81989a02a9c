locals {
  webhooks = [8443, 9443]
}

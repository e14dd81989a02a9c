locals {
  webhooks = [4443, 8443, 9443]
}

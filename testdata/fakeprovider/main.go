// Command fakeprovider stands in for any Terraform provider, so that the real terraform can plan configurations of it
// without network or account.
//
// It is the provider that its own file name says (terraform-provider-aws). It has the resource types, data sources,
// attributes and blocks that the JSON file named by FAKE_SCHEMA lists, whatever provider they are of; every attribute
// is of any type, optional, and unknown until apply where the configuration does not set it. Data sources answer with
// made-up texts.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6/tf6server"
)

func main() {
	name := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(os.Args[0]), "terraform-provider-"), ".exe")
	p, err := newProvider(name, os.Getenv("FAKE_SCHEMA"))
	if err == nil {
		err = tf6server.Serve("registry.terraform.io/hashicorp/"+name, func() tfprotov6.ProviderServer { return p })
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "fakeprovider:", err)
		os.Exit(1)
	}
}

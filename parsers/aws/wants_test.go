package aws

import (
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/boot"
	"github.com/archlint/archlint/parsers/graph"
)

func TestWants(t *testing.T) {
	for _, c := range []struct {
		name, want string
		step       boot.Step
	}{
		{"a package of Debian", "installs nginx", boot.Step{Verb: boot.Install, Name: "nginx", Via: "apt"}},
		{"a package of Amazon Linux", "installs httpd by s3", boot.Step{Verb: boot.Install, Name: "httpd", Via: "yum"}},
		{"a package of a system that is not known", "", boot.Step{Verb: boot.Install, Name: "httpd"}},
		{"a package at hand", "", boot.Step{Verb: boot.Install, Name: "/tmp/a.rpm", Via: "yum"}},
		{"a package below the directory", "", boot.Step{Verb: boot.Install, Name: "./a.deb", Via: "apt"}},
		{"a package that is not known", "", boot.Step{Verb: boot.Install, Name: graph.Hole, Via: "apt"}},
		{"a package by its address", "downloads https://rpm.nodesource.com/a.rpm", boot.Step{Verb: boot.Install, Name: "https://rpm.nodesource.com/a.rpm", Via: "yum"}},
		{"the system of Debian", "updates its packages", boot.Step{Verb: boot.Update, Via: "apt"}},
		{"the system of Amazon Linux", "updates its packages by s3", boot.Step{Verb: boot.Update, Via: "yum"}},
		{"a runtime", "installs a runtime of node", boot.Step{Verb: boot.Runtime, Name: "node"}},
		{"an image of Docker Hub", "pulls the image nginx:1", boot.Step{Verb: boot.Pull, Name: "nginx:1"}},
		{"an image of somebody there", "pulls the image a/b", boot.Step{Verb: boot.Pull, Name: "a/b"}},
		{"an image of GitHub", "pulls the image ghcr.io/a/b", boot.Step{Verb: boot.Pull, Name: "ghcr.io/a/b"}},
		{"an image of Amazon ECR", "pulls the image 1.dkr.ecr.eu-west-1.amazonaws.com/a by ecr.api, ecr.dkr, s3", boot.Step{Verb: boot.Pull, Name: "1.dkr.ecr.eu-west-1.amazonaws.com/a"}},
		{"an image nearby", "", boot.Step{Verb: boot.Pull, Name: "registry.internal:5000/a"}},
		{"an image of which only the tag is known", "", boot.Step{Verb: boot.Pull, Name: graph.Hole + ":1"}},
		{"an archive on the internet", "downloads https://downloads.apache.org/a.tgz", boot.Step{Verb: boot.Fetch, Name: "https://downloads.apache.org/a.tgz"}},
		{"an archive behind a port", "downloads https://u:p@github.com:443/a.zip", boot.Step{Verb: boot.Fetch, Name: "https://u:p@github.com:443/a.zip"}},
		{"a name that only ends like one", "", boot.Step{Verb: boot.Fetch, Name: "https://notgithub.com/a.zip"}},
		{"an archive nearby", "", boot.Step{Verb: boot.Fetch, Name: "http://10.0.0.5/a.tgz"}},
		{"an archive in S3", "downloads s3://a/b.zip by s3", boot.Step{Verb: boot.Fetch, Name: "s3://a/b.zip"}},
		{"a bucket by its host", "downloads https://a.s3.eu-west-1.amazonaws.com/b.zip by s3", boot.Step{Verb: boot.Fetch, Name: "https://a.s3.eu-west-1.amazonaws.com/b.zip"}},
		{"a bucket below the host", "downloads https://s3.amazonaws.com/a/b.zip by s3", boot.Step{Verb: boot.Fetch, Name: "https://s3.amazonaws.com/a/b.zip"}},
		{"an API of AWS", "", boot.Step{Verb: boot.Fetch, Name: "https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/a"}},
		{"a repository by SSH", "downloads git@github.com:a/b.git", boot.Step{Verb: boot.Fetch, Name: "git@github.com:a/b.git"}},
		{"libraries", "runs npm ci", boot.Step{Verb: boot.Compile, Name: "npm ci"}},
		{"a build of what is there", "", boot.Step{Verb: boot.Compile, Name: "npm build"}},
		{"a compiler", "", boot.Step{Verb: boot.Compile, Name: "make"}},
		{"a service", "", boot.Step{Verb: boot.Start, Name: "nginx"}},
	} {
		w := wanted(c.step)
		got := w.Does
		if len(w.endpoints) > 0 {
			got += " by " + strings.Join(w.endpoints, ", ")
		}
		if got != c.want {
			t.Errorf("%s wants %q, not %q", c.name, got, c.want)
		}
	}
}

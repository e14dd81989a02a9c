package cli

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/archlint/archlint/rules/catalogue"
)

// drawnAs is the picture of a path in a format.
func drawnAs(t *testing.T, format string, args ...string) []byte {
	t.Helper()
	var stdout, stderr bytes.Buffer
	p := &program{stdout: &stdout, stderr: &stderr, rules: catalogue.All, getenv: func(string) string { return "" }, now: func() time.Time { return time.Time{} }}
	if code := p.run(append([]string{"graph", "--no-config", "--format", format}, args...)); code != clean {
		t.Fatalf("%v: exit code %d: %s", args, code, stderr.String())
	}
	return stdout.Bytes()
}

// Three architectures are drawn as they have been looked at; UPDATE_PICTURES=1 draws them anew.
func TestPictures(t *testing.T) {
	t.Chdir(filepath.Join("..", "..", "..", "..", "testdata", "architectures"))
	for _, name := range []string{"three-tier-tf", "poor-three-tier-tf", "beanstalk-3-worker-with-queue-cfn"} {
		got := drawnAs(t, "svg", name)
		golden := filepath.Join("..", "pictures", name+".svg")
		if os.Getenv("UPDATE_PICTURES") != "" {
			if err := os.MkdirAll(filepath.Dir(golden), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is drawn differently: look at it, and let UPDATE_PICTURES=1 write it anew", name)
		}
	}
}

// Every architecture makes a picture that is XML, and that is the same again.
func TestEveryPicture(t *testing.T) {
	t.Chdir(filepath.Join("..", "..", "..", "..", "testdata", "architectures"))
	all, err := filepath.Glob("*")
	if err != nil || len(all) < 40 {
		t.Fatalf("%d architectures: %v", len(all), err)
	}
	for _, dir := range all {
		if at, err := os.Stat(dir); err != nil || !at.IsDir() {
			continue
		}
		got := drawnAs(t, "svg", dir)
		d := xml.NewDecoder(bytes.NewReader(got))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", dir, err)
			}
		}
		if again := drawnAs(t, "svg", dir); !bytes.Equal(got, again) {
			t.Errorf("%s is drawn differently in every run", dir)
		}
	}
}

// A page finds in itself all that it refers to, and nothing elsewhere.
func TestEveryPage(t *testing.T) {
	t.Chdir(filepath.Join("..", "..", "..", "..", "testdata", "architectures"))
	ids := regexp.MustCompile(` id="([^"]+)"`)
	on := regexp.MustCompile(` data-on="([^"]+)"`)
	told := 0
	for _, dirs := range [][]string{{"poor-three-tier-tf"}, {"poor-beanstalk-cfn", "three-tier-cfn"}, {"myclothes-6-several-zones-tf"}} {
		got := string(drawnAs(t, "html", dirs...))
		there := map[string]bool{}
		for _, m := range ids.FindAllStringSubmatch(got, -1) {
			if there[m[1]] {
				t.Errorf("%v: two elements have the ID %s", dirs, m[1])
			}
			there[m[1]] = true
		}
		for _, m := range on.FindAllStringSubmatch(got, -1) {
			for id := range strings.FieldsSeq(m[1]) {
				told++
				if !there[id] {
					t.Errorf("%v: nothing has the ID %s", dirs, id)
				}
			}
		}
		for _, word := range []string{"https:", "src=", "href=", "url(", "@import", "fetch("} {
			if strings.Contains(got, word) {
				t.Errorf("%v: the page has %s", dirs, word)
			}
		}
		if strings.Count(got, "http:") != 1 { // the name of SVG's elements
			t.Errorf("%v: the page names %d addresses", dirs, strings.Count(got, "http:"))
		}
	}
	if told < 20 {
		t.Errorf("only %d references were followed", told)
	}
}

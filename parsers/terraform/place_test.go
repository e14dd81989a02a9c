package terraform

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// at makes a path of names and indexes: at("stickiness", 0, "enabled").
func at(steps ...any) cty.Path {
	var out cty.Path
	for _, s := range steps {
		switch s := s.(type) {
		case string:
			out = append(out, cty.GetAttrStep{Name: s})
		case int:
			out = append(out, cty.IndexStep{Key: cty.NumberIntVal(int64(s))})
		}
	}
	return out
}

// written gives the text of a range and its line.
func written(t *testing.T, r graph.Range) string {
	t.Helper()
	if !r.Known() {
		return "nowhere"
	}
	src, err := os.ReadFile(r.File)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%d: %s", r.Start.Line, strings.ReplaceAll(string(src[r.Start.Byte:r.End.Byte]), "\n", "⏎"))
}

func TestLocate(t *testing.T) {
	g := load(t, testdata+"/places", Options{})
	for _, c := range []struct {
		address string
		path    cty.Path
		want    string
	}{
		{"aws_lb_target_group.web", at("port"), `9: port     = 80`},
		{"aws_lb_target_group.web", at("port", 3, "x"), `9: port     = 80`},
		{"aws_lb_target_group.web", at("stickiness", 0, "enabled"), `12: enabled = true`},
		{"aws_lb_target_group.web", at("stickiness", "enabled"), `12: enabled = true`},
		{"aws_lb_target_group.web", at("stickiness", 0), `11: stickiness`},
		{"aws_lb_target_group.web", at("stickiness"), `11: stickiness`},
		{"aws_lb_target_group.web", at("stickiness", 0, "cookie_duration"), `11: stickiness`},
		{"aws_lb_target_group.web", at("stickiness", 7, "enabled"), `11: stickiness`},
		{"aws_lb_target_group.web", at("health_check"), "nowhere"},
		{"aws_lb_target_group.web", at("tags", "Name"), `16: Name = "web"`},
		{"aws_lb_target_group.web", at("tags", "Quoted"), `17: "Quoted" = "yes"`},
		{"aws_lb_target_group.web", at("tags", "None"), `15: tags = {⏎    Name = "web"⏎    "Quoted" = "yes"⏎  }`},
		{"aws_lb_target_group.web", at("lifecycle"), "nowhere"},
		{"aws_autoscaling_group.web", at("vpc_zone_identifier", 1), `24: aws_subnet.b.id`},
		{"aws_autoscaling_group.web", at("tag", 0, "key"), `27: key   = "a"`},
		{"aws_autoscaling_group.web", at("tag", 2, "key"), `34: key   = tag.key`},
		{"aws_autoscaling_group.web", at("tag", 2, "deep", 0, "x"), `37: x = 1`},
		{"aws_autoscaling_group.web", at("tag", 2), `31: dynamic "tag"`},
		{"aws_autoscaling_group.web", at("min_size"), `43: min_size          = local.sizes.min`},
		{"aws_t.json", at("tags", "Name"), `1: "Name": "x"`},
		{"aws_t.json", at("block", 0, "port"), `1: "port": 80`},
	} {
		r := g.ByAddress(c.address)
		if r == nil {
			t.Fatalf("no %s", c.address)
		}
		if got := written(t, r.Source.Locate(c.path)); got != c.want {
			t.Errorf("%s %s:\n got %s\nwant %s", c.address, pathText(c.path), got, c.want)
		}
	}
	r := g.ByAddress("aws_lb_target_group.web")
	if got, want := written(t, r.Header), `8: resource "aws_lb_target_group" "web"`; got != want {
		t.Errorf("header: got %s, want %s", got, want)
	}
	if r.Range.Start.Line != 8 || r.Range.End.Line != 20 {
		t.Errorf("the block is at %d to %d", r.Range.Start.Line, r.Range.End.Line)
	}
	if got := r.Source.Ignored("port"); got != graph.True {
		t.Error("changes of port are ignored, and that was not seen")
	}
	if got := r.Source.Ignored("tags"); got != graph.False {
		t.Error("changes of tags are not ignored")
	}
}

func TestTrace(t *testing.T) {
	g := load(t, testdata+"/places", Options{})
	kinds := [...]string{"written", "local", "argument", "output", "given", "fallback"}
	for _, c := range []struct {
		address string
		path    cty.Path
		want    []string
	}{
		{"aws_autoscaling_group.web", at("min_size"), []string{"written min_size 43: min_size          = local.sizes.min", "local local.sizes 3: sizes = { min = var.min, max = 4 }", "fallback var.min 51: default = 2"}},
		{"aws_autoscaling_group.web", at("max_size"), []string{"written max_size 44: max_size          = local.sizes.max", "local local.sizes 3: sizes = { min = var.min, max = 4 }"}},
		{"aws_autoscaling_group.web", at("health_check_type"), []string{"written health_check_type 45: health_check_type = true ? var.given : \"EC2\"", "given var.given 1: given = \"ELB\""}},
		{"aws_autoscaling_group.web", at("desired"), []string{"written desired 46: desired           = max(var.min, 1)"}},
		{"aws_autoscaling_group.web", at("none"), nil},
		{"aws_autoscaling_group.web", at("tag", 0, "key"), []string{`written tag[0].key 27: key   = "a"`}},
		{"module.db.aws_db_instance.this", at("multi_az"), []string{"written multi_az 6: multi_az = var.multi_az", "argument module.db 66: multi_az = var.multi_az", "fallback var.multi_az 55: default = false"}},
		{"module.db.aws_db_instance.this", at("port"), []string{"written port 7: port     = var.port", "fallback var.port 3: default = 5432"}},
		{"module.db.aws_db_instance.this", at("size"), []string{"written size 8: size     = var.config.size", "argument module.db 67: config   = { size = \"small\" }"}},
		{"aws_t.output", at("port"), []string{"written port 71: port = module.db.port", "output module.db.port 12: value = var.port", "fallback var.port 3: default = 5432"}},
		{`aws_t.each["a"]`, at("size"), []string{"written size 76: size     = each.value.size", "local local.map 4: map   = { a = { size = var.min } }", "fallback var.min 51: default = 2"}},
		{"aws_t.repeated", at("setting", 1, "size"), []string{"written setting[1].size 87: size = it.value.size", "local local.settings 94: settings = [{ size = 1 }, { size = var.min }]", "fallback var.min 51: default = 2"}},
		{"aws_t.repeated", at("setting", 1, "name"), []string{"written setting[1].name 88: name = it.key"}},
	} {
		r := g.ByAddress(c.address)
		if r == nil {
			t.Fatalf("no %s", c.address)
		}
		var got []string
		for _, s := range r.Source.Trace(c.path) {
			got = append(got, kinds[s.Kind]+" "+s.Name+" "+written(t, s.Range))
		}
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s %s:\n got %s\nwant %s", c.address, pathText(c.path), strings.Join(got, "\n     "), strings.Join(c.want, "\n     "))
		}
	}
}

func TestCalls(t *testing.T) {
	g := load(t, testdata+"/tables/modules", Options{})
	r := g.ByAddress(`module.each["y"].module.subnets.aws_subnet.this["b"]`)
	if r == nil {
		t.Fatal("no such resource")
	}
	var got []string
	for _, c := range r.Calls {
		got = append(got, c.Address+" "+written(t, c.Range))
	}
	want := []string{`module.each["y"] 22: module "each"`, `module.each["y"].module.subnets 14: module "subnets"`}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got %q, want %q", got, want)
	}
	if r.Type != "aws_subnet" || r.Name != "this" || r.Mode != graph.Managed || r.Provider != "aws.west" {
		t.Errorf("it is %+v", r)
	}
}

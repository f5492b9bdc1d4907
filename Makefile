# The conductor: what depends on what. `make` sets up and builds everything, `make test` tests everything, `make help`.

CONTENT = content
BUILD = build
STYLES = styles
NAME =
SRC =
SINCE =
PORT =
TO =
export SRC NAME CONTENT SINCE PORT TO

# A server ends only when it is told to: what it says must not wait for that.
MAKEFLAGS += --no-builtin-rules --keep-going $(if $(filter serve,$(MAKECMDGOALS)),,--output-sync=target)
SHELL = /bin/sh
.SUFFIXES:
.DELETE_ON_ERROR:
.DEFAULT_GOAL = all

ready = .venv/.ready
ready_to_test = .venv/.ready-to-test
ready_to_bench = .venv/.ready-to-bench
ready_to_read = .venv/.ready-to-read
publish = .venv/bin/python -m publish
places = --styles $(STYLES) --cache $(BUILD)/.cache

# A path with a space is two words to make: say so at once, before anything is half done.
ifneq ($(words $(CONTENT) $(BUILD) $(STYLES)),3)
  $(error CONTENT=, BUILD= and STYLES= must not hold spaces (boşluk içeremez); type: ln -s "the folder" books && make CONTENT=books)
endif
folders = $(patsubst %/,%,$(sort $(dir $(wildcard $(CONTENT)/*/text.md $(CONTENT)/*/booklet.toml))))
ifneq ($(filter-out $(CONTENT)/%,$(folders)),)
  $(error a booklet's folder must not have a space in its name (klasör adında boşluk olamaz): $(filter-out $(CONTENT)/%,$(folders)))
endif
ifneq ($(filter $(CONTENT)/catalog,$(folders)),)
  $(error a booklet cannot be called catalog, as the folder of the catalogue is (kitapçığın adı catalog olamaz): rename $(CONTENT)/catalog)
endif
notes = $(BUILD)/.make
names = $(or $(NAME),$(notdir $(folders)))
chosen = $(addprefix $(CONTENT)/,$(names))
pdfs = $(foreach name,$(names),$(BUILD)/$(name)/$(name).pdf)
epubs = $(foreach name,$(names),$(BUILD)/$(name)/$(name).epub)
prints = $(foreach name,$(names),$(BUILD)/$(name)/$(name)-print.pdf)
orders = $(foreach name,$(names),$(BUILD)/$(name)/$(name)-order.pdf)
covers = $(foreach name,$(names),$(BUILD)/$(name)/$(name)-cover.pdf)
booklets = $(foreach name,$(names),$(notes)/$(name).booklet)
proofs = $(foreach name,$(names),$(BUILD)/$(name)/$(name)-proof.pdf)

## all: every artefact of every booklet, and the catalogue | her kitapçığın bütün çıktıları ve katalog
all: pdf epub print cover $(booklets) $(if $(NAME),,catalog)
## pdf: PDF of every booklet | her kitapçığın PDF'i
pdf: $(pdfs)
## epub: e-book of every booklet | her kitapçığın e-kitabı
epub: $(epubs)
## print: the file that the printer takes, of every booklet | matbaaya gidecek PDF
print: $(prints)
## order: NAME=oruc: the page that goes to the printer with the files | matbaaya iş emri
order: $(orders)
## cover: front, spine and back of every booklet as one sheet | her kitapçığın kapağı
cover: $(covers)
## booklet: sheets to fold and staple, of every stapled booklet | katlanıp zımbalanacak tabakalar
booklet: $(booklets)
	@cat $^
## catalog: a web site and feeds of all booklets | bütün kitapçıkların web kataloğu
catalog: $(notes)/catalog
## serve: [PORT=8000] the catalogue on this machine | kataloğu bu makinede gösterir
serve: catalog
	@$(publish) serve $(BUILD)/catalog $(if $(PORT),--port "$$PORT")
## publish: TO=/srv/www/kitap: the catalogue where a web server reads it | kataloğu tek adımda yayımlar
publish: catalog
	@$(publish) release $(BUILD)/catalog --to "$$TO"
## proof: [NAME=oruc] [SINCE=old.pdf or a commit]: pages with marks and a list to sign | işaretli prova ve listesi
proof: $(proofs)

# What no depfile can know: the variables given to make, and optional files that appear. Each is written down while
# make reads, and only when it changes, so that `make -n` and `make -q` tell the truth.
building = $(filter-out clean help new import check doctor quality test test-readers bench lock setup,$(or $(MAKECMDGOALS),all))
same = $(and $(findstring x$1x,x$2x),$(findstring x$2x,x$1x))
remember = $(if $(call same,$(strip $(file <$1)),$(strip $2)),,$(file >$1,$(strip $2)))

# The catalogue has all booklets, whatever NAME= says.
shelf = $(notdir $(folders))
wanted = $(sort $(names) $(if $(filter catalog serve publish,$(building)),$(shelf)))
catalogue = $(foreach name,$(shelf),$(BUILD)/$(name)/$(name).epub $(BUILD)/$(name)/$(name).pdf)

define booklet
# With the PDF it is noted which words stand on which page; a note that is lost is made again.
$(BUILD)/$1/$1.pdf: $(notes)/variables $(notes)/$1.optional $(ready) $(if $(wildcard $(notes)/$1.pages),,$(notes)/none)
	@$(publish) pdf $(CONTENT)/$1 -o $$@ --pages $(notes)/$1.pages --depfile $$@.d $(places)
$(BUILD)/$1/$1.epub: $(BUILD)/$1/$1.pdf $(notes)/variables $(notes)/$1.optional $(ready)
	@$(publish) epub $(CONTENT)/$1 --pages $(notes)/$1.pages -o $$@ --depfile $$@.d $(places) --own
$(BUILD)/$1/$1-print.pdf: $(BUILD)/$1/$1.pdf $(notes)/variables $(notes)/$1.optional $(ready)
	@$(publish) print $(CONTENT)/$1 --laid $$< -o $$@ --depfile $$@.d $(places)
# A glued book has no sheets: what make waits for is a note, which says why; it is empty where there are sheets.
$(notes)/$1.booklet: $(BUILD)/$1/$1-print.pdf $(notes)/variables $(notes)/$1.optional $(ready) | $(BUILD)/$1/$1-cover.pdf
	@$(publish) booklet $(CONTENT)/$1 --print $$< --cover $(BUILD)/$1/$1-cover.pdf -o $(BUILD)/$1/$1-booklet.pdf --done $$@ --depfile $(BUILD)/$1/$1-booklet.pdf.d
$(BUILD)/$1/$1-proof.pdf: $(notes)/variables $(notes)/$1.optional $(notes)/$1.since $(ready)
	@$(publish) proof $(CONTENT)/$1 -o $$@ --depfile $$@.d $(places) --since="$$$$SINCE"
$(BUILD)/$1/$1-cover.pdf: $(BUILD)/$1/$1.pdf $(notes)/variables $(notes)/$1.optional $(ready)
	@$(publish) cover $(CONTENT)/$1 --laid $(BUILD)/$1/$1.pdf -o $$@ --depfile $$@.d $(places)
$(BUILD)/$1/$1-order.pdf: $(BUILD)/$1/$1-print.pdf $(BUILD)/$1/$1-cover.pdf $(notes)/variables $(notes)/$1.optional $(ready)
	@$(publish) order $(CONTENT)/$1 --print $(BUILD)/$1/$1-print.pdf --cover $(BUILD)/$1/$1-cover.pdf -o $$@ --depfile $$@.d $(places)
-include $(foreach file,.pdf .epub -print.pdf -cover.pdf -booklet.pdf -order.pdf -proof.pdf,$(BUILD)/$1/$1$(file).d)
endef

ifneq ($(building),)
  ifneq ($(and $(wildcard $(BUILD)),$(if $(wildcard $(BUILD)/.),,file)),)
    $(error BUILD=$(BUILD) is a file (bir dosya): move it, or choose another folder with BUILD=)
  endif
  ifeq ($(wildcard $(notes)/),)
    $(shell mkdir -p $(notes))
  endif
  $(call remember,$(notes)/variables,CONTENT=$(CONTENT) STYLES=$(STYLES))
  $(foreach name,$(wanted),$(call remember,$(notes)/$(name).optional,$(wildcard $(CONTENT)/house.toml $(CONTENT)/$(name)/style.css)))
  ifneq ($(filter proof,$(building)),)
    $(foreach name,$(names),$(call remember,$(notes)/$(name).since,SINCE=$(SINCE)))
  endif
  ifneq ($(filter all catalog serve publish,$(building)),)
    $(call remember,$(notes)/shelf,$(shelf) $(wildcard $(CONTENT)/house.toml))
  endif
  $(foreach name,$(wanted),$(eval $(call booklet,$(name))))
  -include $(notes)/catalog.d
endif

$(notes)/catalog: $(catalogue) $(notes)/shelf $(notes)/variables $(ready) $(if $(wildcard $(BUILD)/catalog/index.html),,$(notes)/none)
	@$(publish) catalog $(addprefix $(CONTENT)/,$(shelf)) --build $(BUILD) -o $(BUILD)/catalog --done $@ --depfile $@.d $(places)

# In a new folder make has not seen yet what it just wrote there: let it believe.
$(notes)/%: ;

## check: findings only; fails on an error | yalnız bulgular
check: $(ready)
	@$(publish) check $(places) $(chosen)
## new: NAME=oruc: a commented draft that builds at once | hemen derlenen bir taslak
new: $(ready)
	@$(publish) new "$$NAME" --content "$$CONTENT"
## import: SRC=file.txt [NAME=…]: a document turned into a booklet | bir belgeyi kitapçığa çevirir
import: $(ready)
	@$(publish) import "$$SRC" --content "$$CONTENT" --name "$$NAME" --cache $(BUILD)/.cache
## test: everything: static checks and all tests | denetimler ve bütün sınamalar
test: quality
	@PYTHONDONTWRITEBYTECODE= .venv/bin/python -m pytest -n 2 --dist worksteal --cov --cov-report=term
## test-readers: e-books in Ace, Chromium, Firefox, MuPDF | e-kitapları okuyucularda sınar
test-readers: $(ready_to_read)
	@.venv/bin/python -m pytest tests/readers -n 2 --dist loadfile
## quality: static checks only | yalnız durağan denetimler
quality: $(ready_to_test)
	@.venv/bin/ruff check -q . && .venv/bin/ruff format -q --check . && .venv/bin/mypy && .venv/bin/lint-imports --no-logo && .venv/bin/codespell
## bench: seconds, CPU, memory, pages, spaces of words, beside other engines | ölçümler
bench: $(ready_to_bench)
	@.venv/bin/python -m tests.bench
## doctor: what this machine has and lacks | makinede neler var, ne eksik
doctor: $(ready)
	@$(publish) doctor
## lock: write the lock files anew | kilit dosyalarını yeniler
lock: $(ready_to_test)
	@.venv/bin/python -m tests.lock
## clean: remove what was built | yapılanları siler
clean:
	@test ! -d "$(BUILD)/.make" || rm -rf "$(BUILD)"
## help: this list | bu liste
help:
	@sed -n 's/^## \([a-z-]*\): /  make \1\t/p' Makefile | expand -t 20

$(ready): requirements.lock
	@python3 -m publish.doctor --install && touch $@
$(ready_to_test): requirements-test.lock $(ready)
	@python3 -m publish.doctor --install --tests && touch $@

$(ready_to_bench): requirements-bench.lock $(ready_to_test)
	@python3 -m publish.doctor --install --bench && touch $@

$(ready_to_read): requirements-readers.lock tests/readers/package-lock.json $(ready_to_test)
	@python3 -m publish.doctor --install --readers && touch $@

.PHONY: all pdf epub print cover booklet order catalog serve publish proof check new import test test-readers quality bench doctor lock clean help

// <hz-formula>: a text area for a formula that becomes an editor when it is first seen. The editor is a bundle of its own.

class FormulaInput extends HTMLElement {
  connectedCallback() {
    this.watcher = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.enhance();
    });
    this.watcher.observe(this);
  }

  disconnectedCallback() {
    this.watcher.disconnect();
    this.editor?.destroy();
    this.editor = null;
  }

  async enhance() {
    this.watcher.disconnect();
    if (this.editor || this.loading) return;
    this.loading = true;
    try {
      const { FormulaEditor } = await import('../editor/editor.js');
      if (this.isConnected) this.editor = new FormulaEditor(this);
    } catch {
      // The plain text area works without it.
    } finally {
      this.loading = false;
    }
  }
}

customElements.define('hz-formula', FormulaInput);

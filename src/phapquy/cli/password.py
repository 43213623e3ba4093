"""``phapquy password``: the hash of the administrator's password, to be put into ``phapquy.toml``."""

from __future__ import annotations

import typer


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("password", help="Tạo chuỗi băm của mật khẩu quản trị để ghi vào phapquy.toml.")(password_command)


def password_command() -> None:
    """Ask for a password twice and print its hash."""
    from phapquy.app.admin.password import Password

    typed = typer.prompt("Mật khẩu quản trị", hide_input=True, err=True)
    again = typer.prompt("Nhập lại", hide_input=True, err=True)
    if typed != again:
        typer.echo("Lỗi: hai lần nhập không giống nhau.", err=True)
        raise typer.Exit(1)
    typer.echo(f'admin_password = "{Password.of(typed).written()}"')
    typer.echo("Chép dòng trên vào phapquy.toml trong thư mục của phapquy, rồi chạy: phapquy serve", err=True)
